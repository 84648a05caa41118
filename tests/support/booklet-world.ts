import { japanDate } from '#lib/domain/calendar/calendar.ts';
import type { ContentInput } from '#lib/domain/resource/content.ts';
import * as editions from '#lib/server/editions/index.ts';
import { close } from '#lib/server/database/client.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { cast, cookieOf } from './staff.ts';
import { canary, content } from './world.ts';

export const paperOnly = '000-765-4321';
export const staffOnly = canary('職員用電話');

type Phones = NonNullable<ContentInput['phones']>;

/** Editions of 見本, each with three places that are checked and can be locked; and who works at them. */
export function fillBooklets(file: string, ...years: number[]) {
	const db = openDatabase(file);
	try {
		const at = new Date();
		const people = cast(db, { at, region: 'sakura' });
		const regionId = regions.find(db, 'sakura')!.id;
		const imprint = '発行 見本の会';
		const opened = years.map((year) =>
			editions.open(db, { regionId, year, by: 'test', at, imprint })
		);
		const municipality = db.$client
			.prepare('SELECT municipality_code FROM region_municipalities WHERE region_id = ?')
			.pluck()
			.get(regionId) as string;
		const place = (name: string, kana: string | null, phones: Phones = []) => {
			const said = content({
				...{ name, kana, summary: '本を読んだり、お茶を飲んだりします。' },
				...{ audiences: ['person'], fee: 'free', ageOpen: true },
				location: { municipality, town: '見本町' },
				phones: [{ number: '000-111-2222' }, ...phones]
			});
			const made = resources.create(db, { regionId, content: said, by: 'test', at });
			const { resourceId, revisionId } = made;
			const check = { resourceId, revisionId, method: 'phone' as const, on: japanDate(at) };
			const verificationId = resources.verify(db, { ...check, by: 'test', at });
			for (const edition of opened) {
				editions.pin(db, edition, { resourceId, revisionId, verificationId });
			}
			return resourceId;
		};
		const ids = {
			yurinoki: place('ゆりの木の家', null),
			kazaguruma: place('かざぐるま', 'かざぐるま', [
				{ number: paperOnly, visibility: 'paper' },
				{ number: staffOnly, visibility: 'staff' }
			]),
			minamo: place('みなも', 'みなも')
		};
		for (const edition of opened) editions.arrange(db, edition);
		const cookies = {
			editor: cookieOf(db, people.editor, at),
			admin: cookieOf(db, people.admin, at)
		};
		return { editions: opened, ids, cookies };
	} finally {
		close(db);
	}
}
