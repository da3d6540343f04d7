-- Statements are found by words whatever their issue, and facts by what they can be set against each other in: all are compared again.
DELETE FROM clues;
INSERT INTO uncompared SELECT id FROM reports WHERE TRUE ON CONFLICT DO NOTHING;
