CREATE TABLE `waivers` (
	`edition_id` integer NOT NULL,
	`resource_id` text NOT NULL,
	`check` text NOT NULL,
	`reason` text NOT NULL,
	`waived_at` text NOT NULL,
	`waived_by` text NOT NULL,
	PRIMARY KEY(`edition_id`, `resource_id`, `check`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
ALTER TABLE `editions` ADD `numbered_at` text;