import type { Content } from '#lib/domain/resource/content.ts';
import type * as schema from '#lib/server/database/schema/index.ts';

type RevisionRow = typeof schema.revisions.$inferSelect;

/** The columns of `revisions` that hold a content's single values. */
export function columnsOf(content: Content) {
	const { firstVisit, location, organization, alert } = content;
	return {
		name: content.name,
		kana: content.kana,
		plain_name: content.plainName,
		organization_name: organization?.name ?? null,
		organization_kana: organization?.kana ?? null,
		organization_number: organization?.corporateNumber ?? null,
		organization_url: organization?.url ?? null,
		age_min: content.ageMin,
		age_max: content.ageMax,
		age_open: content.ageOpen,
		gender: content.gender,
		gender_note: content.genderNote,
		residency: content.residency,
		residency_note: content.residencyNote,
		summary: content.summary,
		description: content.description,
		activities: content.activities,
		first_meets: firstVisit.meets,
		first_first: firstVisit.first,
		first_people: firstVisit.people,
		first_bring: firstVisit.bring,
		first_photos: firstVisit.photos,
		first_cannot_come: firstVisit.cannotCome,
		approach: content.approach,
		referral: content.referral,
		fee: content.fee,
		fee_note: content.feeNote,
		intake: content.intake,
		intake_on: content.intakeOn,
		operation: content.operation,
		operation_on: content.operationOn,
		operation_note: content.operationNote,
		capacity: content.capacity,
		hours_note: content.hoursNote,
		precision: content.precision,
		municipality_code: location.municipality,
		town: location.town,
		street: location.street,
		building: location.building,
		postal_code: location.postalCode,
		latitude: location.latitude,
		longitude: location.longitude,
		access: content.access,
		accessibility_note: content.accessibilityNote,
		alert: alert?.text ?? null,
		alert_from: alert?.from ?? null,
		alert_until: alert?.until ?? null,
		staff_note: content.staffNote
	};
}

/** The single values of a content, read back from those columns. */
export function valuesOf(row: RevisionRow) {
	return {
		name: row.name,
		kana: row.kana,
		plainName: row.plain_name,
		organization: row.organization_name
			? {
					name: row.organization_name,
					kana: row.organization_kana,
					corporateNumber: row.organization_number,
					url: row.organization_url
				}
			: null,
		ageMin: row.age_min,
		ageMax: row.age_max,
		ageOpen: row.age_open,
		gender: row.gender,
		genderNote: row.gender_note,
		residency: row.residency,
		residencyNote: row.residency_note,
		summary: row.summary,
		description: row.description,
		activities: row.activities,
		firstVisit: {
			meets: row.first_meets,
			first: row.first_first,
			people: row.first_people,
			bring: row.first_bring,
			photos: row.first_photos,
			cannotCome: row.first_cannot_come
		},
		approach: row.approach,
		referral: row.referral,
		fee: row.fee,
		feeNote: row.fee_note,
		intake: row.intake,
		intakeOn: row.intake_on,
		operation: row.operation,
		operationOn: row.operation_on,
		operationNote: row.operation_note,
		capacity: row.capacity,
		hoursNote: row.hours_note,
		precision: row.precision,
		location: {
			municipality: row.municipality_code,
			town: row.town,
			street: row.street,
			building: row.building,
			postalCode: row.postal_code,
			latitude: row.latitude,
			longitude: row.longitude
		},
		access: row.access,
		accessibilityNote: row.accessibility_note,
		alert: row.alert ? { text: row.alert, from: row.alert_from, until: row.alert_until } : null,
		staffNote: row.staff_note
	} satisfies Partial<Content>;
}
