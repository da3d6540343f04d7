"""Evidence of contacts → contacts: who took part, where, which are one."""
