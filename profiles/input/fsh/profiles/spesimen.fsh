Profile: Spesimen
Parent: Specimen
Id: spesimen
Title: "Spesimen"
Description: "Yang diambil dari satu orang untuk diperiksa laboratorium."
* insert Terbitan
* insert Inggris([["Specimen"]])
* insert BertandaLingkungan
* type 1..1 MS
* type.coding 1..*
* subject 1..1 MS
* subject only Reference(Patient)
* collection 1..1 MS
* collection.collected[x] 1..1 MS
* collection.collected[x] only dateTime
* collection obeys ilp-waktu-ambil
