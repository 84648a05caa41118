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
