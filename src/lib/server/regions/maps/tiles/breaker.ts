export type Breaker = {
	/** Whether a try would be allowed. */
	readonly isWilling: boolean;
	/** Whether to try now. After a pause one try is let through; the next waits for its outcome. */
	allows(): boolean;
	readonly isOpen: boolean;
	succeeded(): void;
	/** `isSure`: this one failure is enough. */
	failed(isSure?: boolean): void;
};

type Options = {
	now: () => number;
	/** How many failures in a row it takes. */
	failures?: number;
	/** Milliseconds; doubles with each try that fails, up to `longest`. */
	pause?: number;
	longest?: number;
	changed?: (isOpen: boolean) => void;
};

/** Stops asking somebody who does not answer. */
export function createBreaker({
	now,
	failures = 3,
	pause = 30_000,
	longest = 600_000,
	changed = () => {}
}: Options): Breaker {
	let inARow = 0;
	let wait = 0;
	let until = 0;
	let isTrying = false;
	const close = () => {
		inARow = 0;
		wait = 0;
		isTrying = false;
	};
	const isWilling = () => wait === 0 || (!isTrying && now() >= until);
	return {
		get isOpen() {
			return wait > 0;
		},
		get isWilling() {
			return isWilling();
		},
		allows() {
			if (!isWilling()) return false;
			isTrying = wait > 0;
			return true;
		},
		succeeded() {
			const wasOpen = wait > 0;
			close();
			if (wasOpen) changed(false);
		},
		failed(isSure = false) {
			inARow += 1;
			if (!isSure && inARow < failures) return;
			const isNew = wait === 0;
			// What began before it opened does not make the pause longer.
			if (!isNew && !isTrying) return;
			wait = isNew ? pause : Math.min(wait * 2, longest);
			until = now() + wait;
			isTrying = false;
			if (isNew) changed(true);
		}
	};
}
