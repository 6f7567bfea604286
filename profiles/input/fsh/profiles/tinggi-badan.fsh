Profile: TinggiBadan
Parent: Pengukuran
Id: tinggi-badan
Title: "Tinggi badan berdiri"
Description: "Tinggi badan yang diukur berdiri, apa adanya, tanpa koreksi. Cara ukur dinyatakan oleh kodenya."
* insert Terbitan
* insert Inggris([["Height, standing"]])
* insert Diukur($loinc, 8308-9, vital-signs, cm)
* insert JugaBerkode($loinc, 8302-2)
