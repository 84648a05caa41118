/** Where to go after signing in: an address of the staff area, never one of somebody else's. */
export function wayBack(to: string | null): string {
	const isOurs =
		to !== null &&
		/^\/staff(\/[\w\-./%]*)?(\?[!-~]*)?$/.test(to) &&
		!/[\\#]|\/\/|\/(\.|%2e)/i.test(to);
	const leadsIn = isOurs && !/^\/staff\/(login|confirm|leave|setup|invitations)\b/.test(to);
	return leadsIn ? to : '/staff';
}

/** Until when to wait, after having been wrong too often. */
export const waitWords = (seconds: number): string =>
	`何度も間違いがあったため、いまは確かめられません。${
		seconds < 90 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分`
	}ほど待ってから、もう一度お試しください。`;
