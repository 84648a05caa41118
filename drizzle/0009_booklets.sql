CREATE TABLE `booklets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`edition_id` integer NOT NULL,
	`kind` text NOT NULL,
	`form` text NOT NULL,
	`channel` text NOT NULL,
	`printing` text NOT NULL,
	`input_sha256` text NOT NULL,
	`templates_sha256` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`pages` integer,
	`page_of` text NOT NULL,
	`warnings` text NOT NULL,
	`contents` text NOT NULL,
	`differences` text,
	`made_at` text NOT NULL,
	`made_by` text,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `booklets_edition` ON `booklets` (`edition_id`,`kind`);--> statement-breakpoint
CREATE UNIQUE INDEX `booklets_final` ON `booklets` (`edition_id`,`form`,`channel`) WHERE kind = 'final';