ALTER TABLE `revision_schedules` ADD `closings` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `revision_schedules` ADD `also` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `revision_schedules` ADD `rule_for` text;