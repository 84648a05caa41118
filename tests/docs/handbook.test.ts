import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const handbook = readFileSync('docs/ja/handbook.md', 'utf8');

describe('The handbook of staff', () => {
	it('shows every picture that is taken for it, and no other', () => {
		const shown = [...handbook.matchAll(/\]\(images\/([a-z]+\.png)\)/g)].map(([, name]) => name!);
		expect(shown.toSorted()).toEqual(globSync('*.png', { cwd: 'docs/ja/images' }).toSorted());
		const script = readFileSync('scripts/handbook.ts', 'utf8');
		for (const name of shown) expect(script).toMatch(new RegExp(`['\\t]${name.slice(0, -4)}\\b`));
	});

	it('calls everything on the screen as the screen does', () => {
		const files = globSync('src/{routes/staff,lib/ui,lib/domain,cli,lib/server}/**/*.{ts,svelte}');
		const screens = files.map((file) => readFileSync(file, 'utf8').replace(/\s+/g, '')).join('\n');
		const named = [...handbook.matchAll(/「([^」]+)」/g)].map(([, words]) => words!);
		expect(named.length).toBeGreaterThan(40);
		const known = [...named, '編集', '協力団体', '確認済', '連絡つかず'];
		const unknown = known.filter((words) => !screens.includes(words.replace(/\s+/g, '')));
		expect(unknown).toEqual([]);
	});
});
