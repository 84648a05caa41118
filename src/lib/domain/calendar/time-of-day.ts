/** Before noon, till five, after that. */
export const times = ['morning', 'day', 'evening'] as const;

export type Time = (typeof times)[number];
