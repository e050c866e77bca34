import 'live-battles/define';
import './studio-app.js';
