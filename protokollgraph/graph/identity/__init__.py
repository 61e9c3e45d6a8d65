"""IRIs that stay: the register of what was handed out, who keeps which, and what judgements of people change."""
