/** The files that Leaflet is made of have no types of their own; what our code sees has those of `leaflet`. */
declare module 'leaflet/src/*';
