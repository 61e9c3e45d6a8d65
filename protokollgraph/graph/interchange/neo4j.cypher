// Imports nodes.csv and relationships.csv, for whoever may not run neo4j-admin. Both lie in the import folder of the
// server; running this again adds nothing twice.
CREATE CONSTRAINT entity_iri IF NOT EXISTS FOR (n:Entity) REQUIRE n.iri IS UNIQUE;

LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row
MERGE (n:Entity {iri: row.`iri:ID`})
SET $settings;
