/** Vocabulary codes by the names of WAM NET. */
export const services: Record<string, string> = {
	就労移行支援: 'employment-transition',
	就労定着支援: 'employment-retention',
	'自立訓練（生活訓練）': 'life-training',
	自立生活援助: 'independent-living'
};
