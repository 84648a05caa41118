CREATE TABLE `sayings` (
	`id` integer PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`hash` text NOT NULL
);
