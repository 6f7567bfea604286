Profile: PanjangBadan
Parent: Pengukuran
Id: panjang-badan
Title: "Panjang badan telentang"
Description: "Panjang badan yang diukur telentang, apa adanya, tanpa koreksi. Cara ukur dinyatakan oleh kodenya."
* insert Terbitan
* insert Inggris([["Length, lying"]])
* insert Diukur($loinc, 8306-3, vital-signs, cm)
* insert JugaBerkode($loinc, 8302-2)
