CREATE TABLE `edition_words` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`edition_id` integer NOT NULL,
	`foreword` text,
	`imprint` text,
	`funding` text,
	`cover` text,
	`colour` text,
	`written_at` text NOT NULL,
	`written_by` text NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `edition_words_edition` ON `edition_words` (`edition_id`);--> statement-breakpoint
ALTER TABLE `drafts` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `drafts` ADD `tab` text;