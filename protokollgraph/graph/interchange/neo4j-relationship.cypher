LOAD CSV WITH HEADERS FROM 'file:///relationships.csv' AS row
WITH row WHERE row.`:TYPE` = '$name'
MATCH (source:Entity {iri: row.`:START_ID`})
MATCH (target:Entity {iri: row.`:END_ID`})
MERGE (source)-[r:$name]->(target)
SET $settings;
