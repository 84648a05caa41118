import {
	displaySettingsKey,
	leftKey,
	parseDisplaySettings,
	parseLeft,
	readingsKey,
	type DisplaySettings
} from '#lib/domain/reader/display-settings.ts';

declare global {
	interface Window {
		/** In `app.html`. */
		applyComfort?: () => void;
	}
}

/** Null where the browser lets us remember nothing. */
function remembered(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

function remember(key: string, value: unknown): boolean {
	try {
		localStorage.setItem(key, JSON.stringify(value));
		return true;
	} catch {
		return false;
	}
}

export const readDisplaySettings = (): DisplaySettings =>
	parseDisplaySettings(remembered(displaySettingsKey));

/** Seen at once; false where it cannot be remembered. */
export function writeDisplaySettings(settings: DisplaySettings, before: DisplaySettings): boolean {
	if (!remember(displaySettingsKey, settings)) return false;
	window.applyComfort?.();
	const isLess = (before.words ?? []).some(
		([from, to]) => !settings.words?.some((one) => one[0] === from && one[1] === to)
	);
	// What has been changed in the page cannot be changed back.
	if (isLess || (before.plain && !settings.plain) || (before.furigana && !settings.furigana)) {
		location.reload();
	}
	return true;
}

/** So that words have their readings over them before they are seen; false where they cannot be had. */
export async function fetchReadings(): Promise<boolean> {
	try {
		const answer = await fetch('/settings/readings.json');
		return answer.ok && remember(readingsKey, await answer.json());
	} catch {
		return false;
	}
}

export const readLeft = () => parseLeft(remembered(leftKey));

export function leave(): void {
	const { pathname, search, hash } = location;
	const title = document.querySelector('h1')?.firstChild?.textContent?.trim() ?? '';
	remember(leftKey, { address: pathname + search + hash, title });
}
