"""What holds for all tests: no property is timed, because other work on the machine would decide whether it holds."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
