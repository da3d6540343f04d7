-- The side that the user's file of actors puts an actor on.
ALTER TABLE actors ADD COLUMN side TEXT;
