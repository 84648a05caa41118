import type { PictureMessage, PictureTask } from '#lib/server/booklet/picture/child.ts';
import { giveWay } from './priority.ts';

/** Reads a picture that may be a bomb, apart from the app: the app can end this process, and outlives it. */

/** In bytes, of the whole process: what the largest photo that is taken needs, twice. */
const mostMemory = 700 * 1024 * 1024;
const everyMs = 20;

const say = (message: PictureMessage): void => void process.send!(message, () => process.exit());

giveWay();
process.once('disconnect', () => process.exit(1));
process.once('message', ({ bytes, kind }: PictureTask) => {
	// Decoders allocate outside of what Node counts, and on threads: this one is free to look.
	setInterval(() => {
		if (process.memoryUsage.rss() > mostMemory) say('too-much-memory');
	}, everyMs);
	void import('#lib/server/booklet/picture/making.ts').then(async ({ makePicture }) =>
		say(await makePicture(bytes, kind))
	);
});
