// expect: error
#ifdef DETENTE_CONTROL
int number = "text";
#else
int other = "text";
#endif
