// import 'relu-three-ways': the element <relu-three-ways> and the links and
// outputs in the prose, see embed.js.

import {bring} from './bring.js';

bring('embed.js');
