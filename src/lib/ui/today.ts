import { japanDate } from '#lib/domain/calendar.ts';

/** By the clock of the device. */
export const todayInJapan = (): string => japanDate(new Date());
