// expect: error
#ifndef DETENTE_CONTROL
#endif
int main() {}
