CREATE TABLE `audit_anchor` (
	`id` integer PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`mac` text NOT NULL,
	`seal` text NOT NULL
);
