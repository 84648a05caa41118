type Waiting = (mayGo: boolean) => void;

/** Lets `width` through at a time; `enter` says false when too many wait or it was emptied. */
export function createQueue(width: number, longest: number) {
	let inside = 0;
	const waiting: Waiting[] = [];
	return {
		async enter(): Promise<boolean> {
			if (inside < width) {
				inside += 1;
				return true;
			}
			if (waiting.length >= longest) return false;
			return new Promise<boolean>((resolve) => waiting.push(resolve));
		},
		leave(): void {
			const next = waiting.shift();
			if (next) next(true);
			else inside -= 1;
		},
		/** Sends away all who wait. */
		empty(): void {
			for (const turnAway of waiting.splice(0)) turnAway(false);
		}
	};
}
