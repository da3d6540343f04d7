-- Facts have more slots by which they are set against each other: all are compared again.
DELETE FROM clues;
INSERT INTO uncompared SELECT id FROM reports WHERE TRUE ON CONFLICT DO NOTHING;
