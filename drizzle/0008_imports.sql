CREATE TABLE `import_files` (
	`sha256` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`bytes` blob,
	`kept_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import_previews` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`file_name` text NOT NULL,
	`file_sha256` text NOT NULL,
	`state` text NOT NULL,
	`options` text NOT NULL,
	`mapping` text,
	`result` text,
	`started_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`import_id` integer,
	FOREIGN KEY (`file_sha256`) REFERENCES `import_files`(`sha256`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `import_previews_staff` ON `import_previews` (`staff_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `import_rows` (
	`preview_id` text NOT NULL,
	`place` integer NOT NULL,
	`line` integer,
	`status` text NOT NULL,
	`resource_id` text,
	`fingerprint` text NOT NULL,
	`decision` text,
	`details` text NOT NULL,
	PRIMARY KEY(`preview_id`, `place`),
	FOREIGN KEY (`preview_id`) REFERENCES `import_previews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `import_rows_status` ON `import_rows` (`preview_id`,`status`,`place`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_imports` (
	`id` integer PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`file_sha256` text NOT NULL,
	`format` text NOT NULL,
	`year` integer,
	`way` text DEFAULT 'revision' NOT NULL,
	`counts` text NOT NULL,
	`imported_at` text NOT NULL,
	`imported_by` text NOT NULL,
	`before` text,
	`undone_at` text,
	`undone_by` text
);
--> statement-breakpoint
-- By hand: the columns that there were; a name in quotes that is no column would be a text.
INSERT INTO `__new_imports`(`id`, `file_name`, `file_sha256`, `format`, `year`, `counts`, `imported_at`, `imported_by`)
SELECT `id`, `file_name`, `file_sha256`, `format`, `year`, `counts`, `imported_at`, `imported_by` FROM `imports`;--> statement-breakpoint
DROP TABLE `imports`;--> statement-breakpoint
ALTER TABLE `__new_imports` RENAME TO `imports`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `resources` ADD `absent_year` integer;
--> statement-breakpoint
-- By hand: until now the sentence said the year.
UPDATE resources SET absent_year = CAST(substr(withdrawn_reason, 1, 4) AS INTEGER)
WHERE withdrawn_cause = 'absence' AND withdrawn_reason GLOB '[0-9][0-9][0-9][0-9]年度*';
