export default {}; // without the plugin
