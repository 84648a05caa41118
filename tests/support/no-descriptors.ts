import { closeSync, openSync } from 'node:fs';
import { runApart } from '#lib/server/booklet/typesetting/child.ts';
import { makeApart } from '#lib/server/booklet/picture/child.ts';
import { start } from '#lib/server/imports/child/child.ts';
import { phonePhoto } from './pictures.ts';

/** Begins the three works apart where no file can be opened any more, and writes what each was told. */
const photo = await phonePhoto(64, 48);
const held: number[] = [];
try {
	for (;;) held.push(openSync('/dev/null', 'r'));
} catch {
	// All there are.
}
const works = [
	() => runApart({ folder: '.' } as never),
	() => start({ kind: 'look' } as never, { isArchive: false }).done,
	() => makeApart(photo, 'photo').then((made) => Promise.reject(new Error(JSON.stringify(made))))
];
const told: string[] = [];
for (const work of works) {
	await work().catch((error: Error) => told.push(`${error.name}: ${error.message}`));
}
for (const descriptor of held) closeSync(descriptor);
process.stdout.write(JSON.stringify(told));
