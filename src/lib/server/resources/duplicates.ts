import { sql } from 'drizzle-orm';
import type { ResourceFields } from '#lib/domain/editing/form.ts';
import type { Database } from '#lib/server/database/client.ts';
import { names } from '#lib/server/regions/names.ts';

export type Duplicate = { id: string; name: string; place: string | null; why: string };

type Known = {
	id: string;
	name: string;
	kana: string | null;
	organization: string | null;
	municipality: string | null;
	phones: string | null;
};

const most = 5;

/** Resources of the region that may be the one that is being typed, and by what. */
export function duplicates(
	db: Database,
	regionId: number,
	typed: ResourceFields,
	except: string | null
): Duplicate[] {
	const name = plain(typed.name);
	const kana = plain(typed.kana);
	const organization = plain(typed.organization.name);
	const phones = typed.phones.map(({ number }) => digits(number)).filter((one) => one.length >= 9);
	if (name.length < 2 && phones.length === 0) return [];
	const { municipalities } = names(db);
	const found: Duplicate[] = [];
	for (const one of known(db, regionId)) {
		if (one.id === except) continue;
		const why = [
			name.length >= 2 && plain(one.name) === name ? '名前が同じ' : '',
			kana.length >= 2 && plain(one.kana ?? '') === kana ? 'よみが同じ' : '',
			phones.some((phone) => one.phones?.split(' ').includes(phone)) ? '電話が同じ' : '',
			except === null &&
			organization.length >= 2 &&
			plain(one.organization ?? '') === organization &&
			one.municipality !== null &&
			one.municipality === typed.location.municipality
				? '団体と市区町村が同じ'
				: ''
		].filter(Boolean);
		if (why.length === 0) continue;
		const place = one.municipality && (municipalities.get(one.municipality) ?? null);
		found.push({ id: one.id, name: one.name, place, why: why.join('、') });
	}
	return found.sort((a, b) => rank(a) - rank(b)).slice(0, most);
}

const rank = ({ why }: Duplicate) => (/名前|電話/.test(why) ? 0 : 1);

const known = (db: Database, regionId: number) =>
	db.all<Known>(sql`
		SELECT r.id, v.name, v.kana, v.organization_name AS organization,
			v.municipality_code AS municipality,
			(SELECT group_concat(replace(replace(p.number, '-', ''), ' ', ''), ' ')
				FROM revision_phones p WHERE p.revision_id = v.id AND p.visibility = 'public') AS phones
		FROM resources r JOIN revisions v ON v.id = r.current_revision_id
		WHERE r.region_id = ${regionId} AND r.withdrawn_at IS NULL`);

/** What two spellings of one name have in common. */
const plain = (text: string) =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}ー]/gu, '');

const digits = (text: string) => text.normalize('NFKC').replace(/\D/g, '');
