CREATE TABLE `search_readings` (
	`revision_id` integer PRIMARY KEY NOT NULL,
	`name` text,
	`organization` text,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict
);
