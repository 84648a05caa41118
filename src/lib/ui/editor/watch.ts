import type { Look } from './editing.ts';

const pause = 1200;

/**
 * Keeps what is typed a moment after the last key, and hears what can be told of it. Without an answer
 * nothing is lost: the buttons save as ever.
 */
export function watch(
	address: string,
	told: (answer: { look: Look; savedAt: string }) => void
): (form: HTMLFormElement) => () => void {
	return (form) => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		let asking: AbortController | undefined;
		const ask = async () => {
			asking?.abort();
			asking = new AbortController();
			const { signal } = asking;
			try {
				const body = new FormData(form);
				const answer = await fetch(address, { method: 'POST', body, signal });
				if (answer.ok) told((await answer.json()) as { look: Look; savedAt: string });
			} catch {
				// Offline, or asked again meanwhile.
			}
		};
		const typed = () => {
			clearTimeout(timer);
			timer = setTimeout(() => void ask(), pause);
		};
		// What is saved now is no draft any more.
		const stop = () => {
			clearTimeout(timer);
			asking?.abort();
		};
		form.addEventListener('input', typed);
		form.addEventListener('submit', stop);
		return () => {
			stop();
			form.removeEventListener('input', typed);
			form.removeEventListener('submit', stop);
		};
	};
}
