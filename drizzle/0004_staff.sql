CREATE TABLE `drafts` (
	`staff_id` text NOT NULL,
	`subject` text NOT NULL,
	`base_revision_id` integer,
	`fields` text NOT NULL,
	`saved_at` text NOT NULL,
	PRIMARY KEY(`staff_id`, `subject`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `entry_progress` (
	`entry_id` integer PRIMARY KEY NOT NULL,
	`stage` text,
	`assigned_to` text,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assigned_to`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `entry_progress_assigned` ON `entry_progress` (`assigned_to`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`staff_id` text,
	`totp_secret` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`public_key` blob NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `passkeys_staff` ON `passkeys` (`staff_id`);--> statement-breakpoint
CREATE TABLE `read_only` (
	`id` integer PRIMARY KEY NOT NULL,
	`started_at` text NOT NULL,
	`started_by` text NOT NULL,
	`reason` text
);
--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`staff_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` text,
	PRIMARY KEY(`staff_id`, `code_hash`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`device` text,
	`created_at` text NOT NULL,
	`seen_at` text NOT NULL,
	`confirmed_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_staff` ON `sessions` (`staff_id`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`mail` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`all_regions` integer DEFAULT false NOT NULL,
	`password_hash` text,
	`totp_secret` text,
	`totp_step` integer,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`disabled_at` text,
	`disabled_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_mail_unique` ON `staff` (`mail`);--> statement-breakpoint
CREATE TABLE `staff_organizations` (
	`staff_id` text NOT NULL,
	`organization_id` text NOT NULL,
	PRIMARY KEY(`staff_id`, `organization_id`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `staff_regions` (
	`staff_id` text NOT NULL,
	`region_id` integer NOT NULL,
	PRIMARY KEY(`staff_id`, `region_id`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
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
ALTER TABLE `audit` ADD `reason_salt` text;--> statement-breakpoint
ALTER TABLE `audit` ADD `reason_digest` text;--> statement-breakpoint
ALTER TABLE `editions` ADD `cover` text;--> statement-breakpoint
ALTER TABLE `editions` ADD `chapter_order` text;--> statement-breakpoint
ALTER TABLE `editions` ADD `numbered_at` text;--> statement-breakpoint
ALTER TABLE `resources` ADD `merged_into_id` text REFERENCES resources(id);--> statement-breakpoint
ALTER TABLE `verifications` ADD `revoked_at` text;