ALTER TABLE `edition_words` ADD `licence` text;--> statement-breakpoint
ALTER TABLE `editions` ADD `licence` text;