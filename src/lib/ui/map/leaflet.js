// Leaflet 1.9.4 as far as our maps use it: no popups, tooltips, image layers, canvas, nor its own buttons.
import { Control, control } from 'leaflet/src/control/Control';
import { Scale, scale } from 'leaflet/src/control/Control.Scale';
import { GeoJSON, geoJSON, geometryToLayer } from 'leaflet/src/layer/GeoJSON';
import { svg } from 'leaflet/src/layer/vector/SVG';
import { createMap as map, Map } from 'leaflet/src/map/Map';
import { BoxZoom } from 'leaflet/src/map/handler/Map.BoxZoom';
import { DoubleClickZoom } from 'leaflet/src/map/handler/Map.DoubleClickZoom';
import { Drag } from 'leaflet/src/map/handler/Map.Drag';
import { Keyboard } from 'leaflet/src/map/handler/Map.Keyboard';
import { ScrollWheelZoom } from 'leaflet/src/map/handler/Map.ScrollWheelZoom';
import { TapHold } from 'leaflet/src/map/handler/Map.TapHold';
import { TouchZoom } from 'leaflet/src/map/handler/Map.TouchZoom';

Object.assign(Map, {
	...{ BoxZoom, DoubleClickZoom, Drag, Keyboard, ScrollWheelZoom, TapHold, TouchZoom }
});
Map.include({
	/** Leaflet's own brings the canvas along. */
	getRenderer() {
		this._renderer ??= svg();
		if (!this.hasLayer(this._renderer)) this.addLayer(this._renderer);
		return this._renderer;
	}
});
Control.Scale = Scale;
control.scale = scale;
GeoJSON.geometryToLayer = geometryToLayer;

export { Control, control, geoJSON, GeoJSON, Map, map };
export { Handler } from 'leaflet/src/core/Handler';
export { LatLng, toLatLng as latLng } from 'leaflet/src/geo/LatLng';
export { toPoint as point } from 'leaflet/src/geometry/Point';
export { Layer } from 'leaflet/src/layer/Layer';
export { LayerGroup, layerGroup } from 'leaflet/src/layer/LayerGroup';
export { divIcon } from 'leaflet/src/layer/marker/DivIcon';
export { Icon } from 'leaflet/src/layer/marker/Icon';
export { Marker, marker } from 'leaflet/src/layer/marker/Marker';
export { GridLayer } from 'leaflet/src/layer/tile/GridLayer';
export { circle } from 'leaflet/src/layer/vector/Circle';
