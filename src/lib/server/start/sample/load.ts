import { eq } from 'drizzle-orm';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentInput } from '#lib/domain/resource/content.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import type { Method } from '#lib/domain/resource/verification.ts';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as resources from '#lib/server/resources/resources.ts';
import {
	municipalities,
	prefectures,
	region_municipalities,
	regions
} from '#lib/server/database/schema/index.ts';

type Version = {
	/** The day on which it was approved. */
	on: string;
	reason?: string;
	/** The first version's whole content; later ones name only the fields that changed. */
	content: Partial<ContentInput>;
	verified?: {
		method: Method;
		on: string;
		role?: string;
		result?: resources.NewVerification['result'];
	};
};

type SampleResource = { id: string; key: string; versions: Version[] };

type Sample = {
	region: {
		slug: string;
		name: string;
		kana: string;
		introduction: string;
		chapterOrder: 'category' | 'kana';
		generalWindow: string;
	};
	prefecture: { code: string; name: string; kana: string; romaji: string };
	municipalities: { code: string; name: string; kana: string }[];
	editions: {
		year: number;
		lockedOn: string;
		publishedOn: string;
		foreword: string;
		imprint: string;
		licence: string;
		funding: string;
		colour: string;
	}[];
};

const by = 'sample';

/** Lives the invented region's years through: its revisions, checks and editions, in their order. */
export function load(db: Database, folder: string): void {
	const sample = read<Sample>(join(folder, 'sakura.json'));
	const all = readdirSync(join(folder, 'resources'))
		.filter((name) => name.endsWith('.json'))
		.sort()
		.flatMap((name) => read<SampleResource[]>(join(folder, 'resources', name)));
	write(db, () => {
		const regionId = createRegion(db, sample);
		const lives = all.map((resource) => new Life(db, regionId, resource));
		for (const { year, lockedOn, publishedOn, ...words } of sample.editions) {
			for (const life of lives) life.liveUntil(lockedOn);
			const editionId = editions.open(db, { ...words, regionId, year, by, at: noon(lockedOn) });
			for (const life of lives) life.printIn(editionId);
			editions.lock(db, editionId, { by, at: noon(lockedOn) });
			editions.publish(db, editionId, { by, at: noon(publishedOn) });
		}
		for (const life of lives) life.liveUntil('9999-12-31');
		const window = all.find(({ key }) => key === sample.region.generalWindow);
		db.update(regions)
			.set({ general_window_id: window?.id ?? null })
			.where(eq(regions.id, regionId))
			.run();
		const at = noon(sample.editions[0]!.lockedOn).toISOString();
		const details = { resources: all.length };
		audit.record(db, {
			at,
			actor: by,
			action: 'sample.load',
			subject: 'region',
			subjectId: regionId,
			details
		});
	});
}

/** One resource of the sample on its way through the years. */
class Life {
	private readonly db: Database;
	private readonly regionId: number;
	private readonly resource: SampleResource;
	private lived = 0;
	private content: Partial<ContentInput> = {};
	private revisionId: number | undefined;
	private verificationId: number | undefined;
	private closedInPrint = false;

	constructor(db: Database, regionId: number, resource: SampleResource) {
		this.db = db;
		this.regionId = regionId;
		this.resource = resource;
	}

	liveUntil(date: string): void {
		const { versions } = this.resource;
		for (; versions[this.lived] && versions[this.lived]!.on <= date; this.lived++) {
			this.become(versions[this.lived]!);
		}
	}

	/** Pins it, once more when it has closed, and then no longer. */
	printIn(editionId: number): void {
		if (this.revisionId === undefined || this.closedInPrint) return;
		editions.pin(this.db, editionId, {
			resourceId: this.resource.id,
			revisionId: this.revisionId,
			verificationId: this.verificationId ?? null
		});
		this.closedInPrint = this.content.operation === 'closed';
	}

	private become({ on, reason, content, verified }: Version): void {
		this.content = { ...this.content, ...content };
		// A year in which nothing changed brings a check and no revision.
		if (this.revisionId === undefined || Object.keys(content).length > 0) {
			this.revisionId = this.revise(on, reason);
		}
		if (!verified) return;
		const verificationId = resources.verify(this.db, {
			...verified,
			resourceId: this.resource.id,
			revisionId: this.revisionId,
			by,
			at: noon(on)
		});
		if (verified.result !== 'unreachable') this.verificationId = verificationId;
	}

	private revise(on: string, reason: string | undefined): number {
		const { id, key } = this.resource;
		const parsed = parseContent(this.content);
		if ('issues' in parsed) {
			const [issue] = parsed.issues;
			throw new Error(`${key} (${on}): ${issue!.path} ${issue!.message}`);
		}
		const input = { content: parsed.value, by, at: noon(on), ...(reason ? { reason } : {}) };
		return this.revisionId === undefined
			? resources.create(this.db, { ...input, id, regionId: this.regionId }).revisionId
			: resources.revise(this.db, id, input);
	}
}

function createRegion(db: Database, { region, prefecture, municipalities: towns }: Sample): number {
	db.insert(prefectures).values(prefecture).run();
	const rows = towns.map((town) => ({ ...town, prefecture_code: prefecture.code }));
	db.insert(municipalities).values(rows).run();
	const { id } = db
		.insert(regions)
		.values({
			slug: region.slug,
			name: region.name,
			kana: region.kana,
			introduction: region.introduction,
			chapter_order: region.chapterOrder,
			fictional: true,
			created_at: new Date(0).toISOString()
		})
		.returning({ id: regions.id })
		.get();
	db.insert(region_municipalities)
		.values(
			towns.map(({ code }, position) => ({ region_id: id, municipality_code: code, position }))
		)
		.run();
	return id;
}

/** Noon in Japan. */
const noon = (date: string) => new Date(`${date}T03:00:00Z`);

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
