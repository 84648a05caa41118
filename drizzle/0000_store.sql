CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`reason` text,
	`details` text NOT NULL,
	`mac` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `editions` (
	`id` integer PRIMARY KEY NOT NULL,
	`region_id` integer NOT NULL,
	`year` integer NOT NULL,
	`foreword` text,
	`imprint` text,
	`funding` text,
	`colour` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`previewed_at` text,
	`previewed_by` text,
	`verifying_at` text,
	`verifying_by` text,
	`locked_at` text,
	`locked_by` text,
	`published_at` text,
	`published_by` text,
	`superseded_at` text,
	`superseded_by` text,
	`withdrawn_at` text,
	`withdrawn_by` text,
	`withdrawn_reason` text,
	`content_hash` text,
	`audit_head` text,
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "editions_locked_before_published" CHECK(published_at IS NULL OR locked_at IS NOT NULL)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `editions_region_year` ON `editions` (`region_id`,`year`);--> statement-breakpoint
CREATE TABLE `entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`edition_id` integer NOT NULL,
	`resource_id` text NOT NULL,
	`revision_id` integer NOT NULL,
	`verification_id` integer,
	`number` integer NOT NULL,
	`chapter` text NOT NULL,
	`position` integer NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`verification_id`) REFERENCES `verifications`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_edition_resource` ON `entries` (`edition_id`,`resource_id`);--> statement-breakpoint
CREATE INDEX `entries_resource` ON `entries` (`resource_id`);--> statement-breakpoint
CREATE INDEX `entries_revision` ON `entries` (`revision_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `entries_edition_number` ON `entries` (`edition_id`,`number`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`file_sha256` text NOT NULL,
	`format` text NOT NULL,
	`year` integer NOT NULL,
	`counts` text NOT NULL,
	`imported_at` text NOT NULL,
	`imported_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `municipalities` (
	`code` text PRIMARY KEY NOT NULL,
	`prefecture_code` text NOT NULL,
	`name` text NOT NULL,
	`kana` text NOT NULL,
	FOREIGN KEY (`prefecture_code`) REFERENCES `prefectures`(`code`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `municipalities_prefecture` ON `municipalities` (`prefecture_code`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`corporate_number` text,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `organizations_corporate_number` ON `organizations` (`corporate_number`);--> statement-breakpoint
CREATE INDEX `organizations_name` ON `organizations` (`name`);--> statement-breakpoint
CREATE TABLE `prefectures` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kana` text NOT NULL,
	`romaji` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `prefectures_romaji_unique` ON `prefectures` (`romaji`);--> statement-breakpoint
CREATE TABLE `region_municipalities` (
	`region_id` integer NOT NULL,
	`municipality_code` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`region_id`, `municipality_code`),
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`municipality_code`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `regions` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`kana` text NOT NULL,
	`introduction` text,
	`general_window_id` text,
	`fictional` integer DEFAULT false NOT NULL,
	`chapter_order` text DEFAULT 'category' NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`general_window_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `regions_slug_unique` ON `regions` (`slug`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` integer PRIMARY KEY NOT NULL,
	`resource_id` text NOT NULL,
	`section` text NOT NULL,
	`message` text NOT NULL,
	`created_at` text NOT NULL,
	`settled_at` text,
	`settled_by` text,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `reports_resource` ON `reports` (`resource_id`);--> statement-breakpoint
CREATE TABLE `resource_sources` (
	`resource_id` text NOT NULL,
	`source` text NOT NULL,
	`number` text NOT NULL,
	PRIMARY KEY(`resource_id`, `source`, `number`),
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `resource_sources_number` ON `resource_sources` (`source`,`number`);--> statement-breakpoint
CREATE TABLE `resources` (
	`id` text PRIMARY KEY NOT NULL,
	`region_id` integer NOT NULL,
	`current_revision_id` integer,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`withdrawn_at` text,
	`withdrawn_by` text,
	`withdrawn_reason` text,
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`current_revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `resources_region` ON `resources` (`region_id`);--> statement-breakpoint
CREATE TABLE `revision_consents` (
	`revision_id` integer NOT NULL,
	`channel` text NOT NULL,
	`given_by` text NOT NULL,
	`given_on` text,
	`how` text NOT NULL,
	PRIMARY KEY(`revision_id`, `channel`),
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `revision_contacts` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision_id` integer NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`label` text,
	`visibility` text NOT NULL,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `revision_contacts_revision` ON `revision_contacts` (`revision_id`);--> statement-breakpoint
CREATE TABLE `revision_links` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision_id` integer NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`label` text,
	`url` text NOT NULL,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `revision_links_revision` ON `revision_links` (`revision_id`);--> statement-breakpoint
CREATE TABLE `revision_phones` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision_id` integer NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`label` text,
	`visibility` text NOT NULL,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `revision_phones_revision` ON `revision_phones` (`revision_id`);--> statement-breakpoint
CREATE TABLE `revision_schedules` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision_id` integer NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`text` text NOT NULL,
	`frequency` text,
	`interval` integer DEFAULT 1 NOT NULL,
	`days` text NOT NULL,
	`positions` text NOT NULL,
	`month_days` text NOT NULL,
	`months` text NOT NULL,
	`starts_on` text,
	`ends_on` text,
	`starts_at` text,
	`ends_at` text,
	`holidays` text,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `revision_schedules_revision` ON `revision_schedules` (`revision_id`);--> statement-breakpoint
CREATE TABLE `revision_service_areas` (
	`revision_id` integer NOT NULL,
	`municipality_code` text NOT NULL,
	PRIMARY KEY(`revision_id`, `municipality_code`),
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`municipality_code`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `revision_sources` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision_id` integer NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`name` text NOT NULL,
	`url` text,
	`retrieved_on` text,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `revision_sources_revision` ON `revision_sources` (`revision_id`);--> statement-breakpoint
CREATE TABLE `revision_terms` (
	`revision_id` integer NOT NULL,
	`vocabulary` text NOT NULL,
	`code` text NOT NULL,
	`answer` text DEFAULT 'yes' NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`revision_id`, `vocabulary`, `code`),
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`vocabulary`,`code`) REFERENCES `terms`(`vocabulary`,`code`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`resource_id` text NOT NULL,
	`number` integer NOT NULL,
	`content_hash` text NOT NULL,
	`reason` text,
	`import_id` integer,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`proposed_at` text,
	`proposed_by` text,
	`approved_at` text,
	`approved_by` text,
	`rejected_at` text,
	`rejected_by` text,
	`rejected_reason` text,
	`name` text NOT NULL,
	`kana` text,
	`plain_name` text,
	`organization_id` text,
	`organization_name` text,
	`organization_kana` text,
	`organization_number` text,
	`organization_url` text,
	`age_min` integer,
	`age_max` integer,
	`age_open` integer DEFAULT false NOT NULL,
	`gender` text,
	`gender_note` text,
	`residency` text,
	`residency_note` text,
	`summary` text,
	`description` text,
	`activities` text,
	`first_meets` text,
	`first_first` text,
	`first_people` text,
	`first_bring` text,
	`first_photos` text,
	`first_cannot_come` text,
	`approach` text,
	`referral` text,
	`fee` text,
	`fee_note` text,
	`intake` text,
	`intake_on` text,
	`operation` text DEFAULT 'open' NOT NULL,
	`operation_on` text,
	`operation_note` text,
	`capacity` integer,
	`hours_note` text,
	`precision` text NOT NULL,
	`municipality_code` text,
	`town` text,
	`street` text,
	`building` text,
	`postal_code` text,
	`latitude` real,
	`longitude` real,
	`access` text,
	`accessibility_note` text,
	`alert` text,
	`alert_from` text,
	`alert_until` text,
	`staff_note` text,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`municipality_code`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `revisions_municipality` ON `revisions` (`municipality_code`);--> statement-breakpoint
CREATE INDEX `revisions_organization` ON `revisions` (`organization_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_resource_number` ON `revisions` (`resource_id`,`number`);--> statement-breakpoint
CREATE TABLE `schedule_exceptions` (
	`id` integer PRIMARY KEY NOT NULL,
	`schedule_id` integer NOT NULL,
	`on` text NOT NULL,
	`kind` text NOT NULL,
	`starts_at` text,
	`ends_at` text,
	`note` text,
	FOREIGN KEY (`schedule_id`) REFERENCES `revision_schedules`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `schedule_exceptions_schedule` ON `schedule_exceptions` (`schedule_id`);--> statement-breakpoint
CREATE TABLE `terms` (
	`vocabulary` text NOT NULL,
	`code` text NOT NULL,
	`label` text NOT NULL,
	`plain` text NOT NULL,
	`kana` text NOT NULL,
	`parent` text,
	`symbol` text,
	`synonyms` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`vocabulary`, `code`)
);
--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`resource_id` text NOT NULL,
	`revision_id` integer NOT NULL,
	`method` text NOT NULL,
	`verified_on` text NOT NULL,
	`role` text,
	`sections` text NOT NULL,
	`result` text NOT NULL,
	`note` text,
	`next_due_on` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `verifications_resource` ON `verifications` (`resource_id`,`verified_on`);