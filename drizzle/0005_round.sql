DROP INDEX `editions_region_year`;--> statement-breakpoint
ALTER TABLE `editions` ADD `last_number` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `editions_region_year` ON `editions` (`region_id`,`year`) WHERE withdrawn_at IS NULL;--> statement-breakpoint
ALTER TABLE `revisions` ADD `base_revision_id` integer REFERENCES revisions(id);--> statement-breakpoint
ALTER TABLE `waivers` ADD `found` text DEFAULT '[]' NOT NULL;