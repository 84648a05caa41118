import type { HandleClientError } from '@sveltejs/kit';

/** A page that cannot be fetched is asked for once more as a whole: what the device keeps may stand in. */
export const handleError: HandleClientError = ({ error, event }) => {
	const isCut = error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
	if (isCut && navigator.serviceWorker?.controller) {
		if (location.href === event.url.href) location.reload();
		else location.assign(event.url.href);
	}
	return {
		message: isCut
			? 'つながっていないようです。つながったら、もう一度ひらいてください。'
			: 'うまく表示できませんでした。少し待ってから、もう一度お試しください。'
	};
};
