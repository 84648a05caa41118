ALTER TABLE `editions` ADD `last_number` integer;--> statement-breakpoint
ALTER TABLE `revisions` ADD `base_revision_id` integer REFERENCES revisions(id);--> statement-breakpoint
ALTER TABLE `waivers` ADD `found` text DEFAULT '[]' NOT NULL;