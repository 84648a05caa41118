CREATE TABLE `booklet_pictures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`edition_id` integer NOT NULL,
	`resource_id` text,
	`sha256` text NOT NULL,
	`alt` text NOT NULL,
	`agreed_by` text NOT NULL,
	`agreed_on` text NOT NULL,
	`put_at` text NOT NULL,
	`put_by` text NOT NULL,
	`hidden_at` text,
	`hidden_by` text,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`sha256`) REFERENCES `picture_files`(`sha256`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "booklet_pictures_alt" CHECK(length(alt) BETWEEN 1 AND 200)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `booklet_pictures_place` ON `booklet_pictures` (`edition_id`,`resource_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `booklet_pictures_cover` ON `booklet_pictures` (`edition_id`) WHERE resource_id IS NULL;--> statement-breakpoint
CREATE TABLE `picture_files` (
	`sha256` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` blob NOT NULL
);
