CREATE TABLE `basemaps` (
	`id` integer PRIMARY KEY NOT NULL,
	`credit` text NOT NULL,
	`file_name` text NOT NULL,
	`version` text NOT NULL,
	`imported_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outlines` (
	`area` text NOT NULL,
	`band` text NOT NULL,
	`bounds` text NOT NULL,
	`topology` text NOT NULL,
	PRIMARY KEY(`area`, `band`)
);
