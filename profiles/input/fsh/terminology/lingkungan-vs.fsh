ValueSet: LingkunganVS
Id: lingkungan-vs
Title: "Lingkungan data"
Description: "Semua lingkungan data."
* insert Terbitan
* include codes from system Lingkungan
