CREATE TABLE `search_documents` (
	`revision_id` integer PRIMARY KEY NOT NULL,
	`names` text NOT NULL,
	`sounds` text NOT NULL,
	`sort_key` text NOT NULL,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `search_postings` (
	`key` text NOT NULL,
	`block` integer NOT NULL,
	`list` blob NOT NULL,
	PRIMARY KEY(`key`, `block`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `search_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`rules` text NOT NULL,
	`changes` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_tail` (
	`revision_id` integer PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	FOREIGN KEY (`revision_id`) REFERENCES `search_documents`(`revision_id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `synonyms` (
	`from` text NOT NULL,
	`to` text NOT NULL,
	`weight` real NOT NULL,
	PRIMARY KEY(`from`, `to`)
);
