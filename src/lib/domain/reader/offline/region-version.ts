/** Of the form of a region's file: what a device holds in another form is fetched again. */
export const currentVersion = 2;
