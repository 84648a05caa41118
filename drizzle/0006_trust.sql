CREATE TABLE `audit_anchor` (
	`id` integer PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`mac` text NOT NULL,
	`seal` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `edition_prints` (
	`edition_id` integer PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `edition_words` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`edition_id` integer NOT NULL,
	`foreword` text,
	`imprint` text,
	`funding` text,
	`cover` text,
	`colour` text,
	`written_at` text NOT NULL,
	`written_by` text NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `edition_words_edition` ON `edition_words` (`edition_id`);--> statement-breakpoint
CREATE TABLE `staff_resources` (
	`staff_id` text NOT NULL,
	`resource_id` text NOT NULL,
	`named` integer DEFAULT false NOT NULL,
	`granted_at` text NOT NULL,
	`granted_by` text NOT NULL,
	PRIMARY KEY(`staff_id`, `resource_id`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `drafts` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `drafts` ADD `tab` text;--> statement-breakpoint
ALTER TABLE `resources` ADD `withdrawn_cause` text;--> statement-breakpoint
ALTER TABLE `revision_schedules` ADD `closings` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `revision_schedules` ADD `also` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `revision_schedules` ADD `rule_for` text;
--> statement-breakpoint
-- rows: staff_regions of partners: where their organizations have resources
INSERT OR IGNORE INTO staff_regions (staff_id, region_id)
SELECT DISTINCT o.staff_id, r.region_id
FROM staff_organizations o
JOIN staff s ON s.id = o.staff_id AND s.role = 'partner'
JOIN revisions v ON v.organization_id = o.organization_id
JOIN resources r ON r.current_revision_id = v.id;
--> statement-breakpoint
-- What a partner saw stays open where the organization has resources in one region alone; of one name in several regions an admin decides.
INSERT INTO staff_resources (staff_id, resource_id, named, granted_at, granted_by)
SELECT DISTINCT o.staff_id, r.id, 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'migration'
FROM staff_organizations o
JOIN staff s ON s.id = o.staff_id AND s.role = 'partner'
JOIN revisions v ON v.organization_id = o.organization_id
JOIN resources r ON r.current_revision_id = v.id
WHERE (
	SELECT count(DISTINCT q.region_id) FROM resources q
	JOIN revisions w ON w.id = q.current_revision_id
	WHERE w.organization_id = o.organization_id
) = 1;
--> statement-breakpoint
-- Until now the sentence said why.
UPDATE resources SET withdrawn_cause = CASE
	WHEN withdrawn_reason = 'ご本人の希望により削除しました' THEN 'erasure'
	WHEN withdrawn_reason GLOB '[0-9][0-9][0-9][0-9]年度の公的データに載っていません' THEN 'absence'
	ELSE 'decision'
END
WHERE withdrawn_at IS NOT NULL;
