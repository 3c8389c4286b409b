import 'relu-three-ways';
