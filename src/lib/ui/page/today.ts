import { japanDate, japanMoment, type Moment } from '#lib/domain/calendar/calendar.ts';

/** By the clock of the device. */
export const nowInJapan = (): Moment => japanMoment(new Date());
export const todayInJapan = (): string => japanDate(new Date());
