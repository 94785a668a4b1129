// expect: a needle in a haystack
#ifndef DETENTE_CONTROL
int number = "text";
#endif
